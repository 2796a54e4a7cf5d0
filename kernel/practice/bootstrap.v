(** The equations of practice/bootstrap, proved by Coq's kernel for every size.

    Written by `python -m proofread kernel`.  What a theorem means is said in the
    document of proofread on the kernel; the number beside a key is the identity of
    the claim that the theorem was made of.                                           *)

From mathcomp Require Import all_ssreflect ssralg matrix mxalgebra zmodp.
From kernel Require Import sums notions reading tactics dual prove.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import GRing.Theory.
Local Open Scope ring_scope.

(** bootstrap-mean: 35a35ea77d56f262 *)
Theorem bootstrap_mean
    (R : comUnitRingType)
    (n : nat)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (X : 'I_n -> Random)
    (x : 'I_n -> R)
    (p : 'I_n -> R)
    (xbar : R)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (unit : (n%:R : R) \is a GRing.unit)
    (p_is : p = (fun (i : 'I_n) => n%:R^-1))
    (mean_of_X : forall i_, E (X i_) = (\sum_(k < n) ((x k) * (p k))))
    (xbar_is : xbar = (n%:R^-1 * (\sum_(i_2 < n) (x i_2)))) :
  (E ((n%:R^-1)%:A * (\sum_(j < n) (X j)))) = xbar :> R.
Proof. prove. Qed.

(** bootstrap-variance, line 1: 721c0194205e1f17 *)
Theorem bootstrap_variance_line_1
    (R : comUnitRingType)
    (n : nat)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (X : 'I_n -> Random)
    (x : 'I_n -> R)
    (p : 'I_n -> R)
    (xbar : R)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (unit : (n%:R : R) \is a GRing.unit)
    (p_is : p = (fun (i : 'I_n) => n%:R^-1))
    (mean_of_X : forall i_, E (X i_) = (\sum_(k < n) ((x k) * (p k))))
    (moment_of_X : forall i_ j_, E (X i_ * X j_) = (\sum_(k < n) ((x k) * (p k))) * (\sum_(k < n) ((x k) * (p k))) + ((\sum_(k_4 < n) (((x k_4) ^+ 2) * (p k_4))) + (- ((\sum_(k_3 < n) ((x k_3) * (p k_3))) ^+ 2))) *+ (i_ == j_))
    (xbar_is : xbar = (n%:R^-1 * (\sum_(i_3 < n) (x i_3)))) :
  ((E (((n%:R^-1)%:A * (\sum_(j < n) (X j))) ^+ 2)) + (- ((E ((n%:R^-1)%:A * (\sum_(j_2 < n) (X j_2)))) ^+ 2))) = ((n%:R^-1 ^+ 2) * (\sum_(i_2 < n) (((x i_2) + (- xbar)) ^+ 2))) :> R.
Proof. prove. Qed.

(** bootstrap-variance, line 2: 028a5e78bfd52a7a *)
Theorem bootstrap_variance_line_2
    (R : comUnitRingType)
    (n : nat)
    (xbar : R)
    (x : 'I_n -> R)
    (v : R)
    (unit : (n%:R : R) \is a GRing.unit)
    (xbar_is : xbar = (n%:R^-1 * (\sum_(i_2 < n) (x i_2))))
    (unit_2 : ((n%:R + (- 1)) : R) \is a GRing.unit)
    (v_is : v = ((n%:R + (- 1))^-1 * (\sum_(i_3 < n) (((x i_3) + (- xbar)) ^+ 2)))) :
  ((n%:R^-1 ^+ 2) * (\sum_(i < n) (((x i) + (- xbar)) ^+ 2))) = (v * (n%:R^-1 ^+ 2) * (n%:R + (- 1))) :> R.
Proof. prove. Qed.

(** bootstrap-bias: a0cc7f40f305a02d *)
Theorem bootstrap_bias
    (R : comUnitRingType)
    (n : nat)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (X : 'I_n -> Random)
    (x : 'I_n -> R)
    (p : 'I_n -> R)
    (v_hat : R)
    (xbar : R)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (unit : (n%:R : R) \is a GRing.unit)
    (p_is : p = (fun (i : 'I_n) => n%:R^-1))
    (mean_of_X : forall i_, E (X i_) = (\sum_(k < n) ((x k) * (p k))))
    (moment_of_X : forall i_ j_, E (X i_ * X j_) = (\sum_(k < n) ((x k) * (p k))) * (\sum_(k < n) ((x k) * (p k))) + ((\sum_(k_4 < n) (((x k_4) ^+ 2) * (p k_4))) + (- ((\sum_(k_3 < n) ((x k_3) * (p k_3))) ^+ 2))) *+ (i_ == j_))
    (xbar_is : xbar = (n%:R^-1 * (\sum_(i_3 < n) (x i_3))))
    (v_hat_is : v_hat = (n%:R^-1 * (\sum_(i_2 < n) (((x i_2) + (- xbar)) ^+ 2)))) :
  (E (((n%:R^-1)%:A * (\sum_(j < n) ((X j) ^+ 2))) + (((- 1))%:A * ((n%:R^-1 ^+ 2))%:A * ((\sum_(j_2 < n) (X j_2)) ^+ 2)))) = (v_hat * n%:R^-1 * (n%:R + (- 1))) :> R.
Proof. prove. Qed.

(** bca-limit: 884b2417b3364cc1 *)
Theorem bca_limit
    (R : comUnitRingType)
    (phi : R)
    (a : R)
    (w : R)
    (z : R)
    (z_0 : R)
    (phi_hat : R)
    (w_is : w = (z + z_0))
    (unit : ((1 + (- (a * w))) : R) \is a GRing.unit)
    (phi_hat_is : phi_hat = (phi + ((1 + (a * phi)) * ((- z) + (- z_0))))) :
  phi = ((1 + (- (a * w)))^-1 * (phi_hat + w)) :> R.
Proof. prove. Qed.

(** bca-quantile: 771cbb5626562f56 *)
Theorem bca_quantile
    (R : comUnitRingType)
    (phi_hat : R)
    (a : R)
    (q : R)
    (z_0 : R)
    (w : R)
    (unit : ((1 + (- (a * w))) : R) \is a GRing.unit)
    (q_is : q = (z_0 + (w * (1 + (- (a * w)))^-1))) :
  (phi_hat + ((1 + (a * phi_hat)) * (q + (- z_0)))) = ((1 + (- (a * w)))^-1 * (phi_hat + w)) :> R.
Proof. prove. Qed.

(** bootstrap-of-dependent-rows: b03030dcc98a5938 *)
Theorem bootstrap_of_dependent_rows
    (R : comUnitRingType)
    (n : nat)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (A : 'M[R]_n)
    (z : 'cV[Random]_n)
    (V : R)
    (sqrt : R -> R)
    (unit : (n%:R : R) \is a GRing.unit)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (mean_of_z : forall i_, E (z i_ 0) = 0)
    (moment_of_z : forall i_ j_, E (z i_ 0 * z j_ 0) = 1 *+ (i_ == j_))
    (V_is : V = ((n%:R^-1 ^+ 2) * (sqn (A^T *m (const_mx 1 : 'cV[R]_n)))))
    (root : (sqrt (sqn A)) * (sqrt (sqn A)) = (sqn A)) :
  ((n%:R^-1 ^+ 2) * (E (sqn (((((- 1))%:A * (n%:R^-1)%:A * (dot (sure Random (const_mx 1 : 'cV[R]_n)) ((sure Random A) *m z))) *: (sure Random (const_mx 1 : 'cV[R]_n))) + ((sure Random A) *m z))))) = (n%:R^-1 * ((n%:R^-1 * ((sqrt (sqn A)) ^+ 2)) + (- V))) :> R.
Proof. prove. Qed.

(** permutation-variance: 775d259833785263 *)
Theorem permutation_variance
    (R : comUnitRingType)
    (n : nat)
    (m : R)
    (xbar : R)
    (x : 'I_n -> R)
    (v : R)
    (unit : ((n%:R + (- m)) : R) \is a GRing.unit)
    (unit_2 : (n%:R : R) \is a GRing.unit)
    (xbar_is : xbar = (n%:R^-1 * (\sum_(i < n) (x i))))
    (unit_3 : (m : R) \is a GRing.unit)
    (unit_4 : ((n%:R + (- 1)) : R) \is a GRing.unit)
    (v_is : v = ((n%:R + (- 1))^-1 * (\sum_(i_3 < n) (((x i_3) + (- xbar)) ^+ 2)))) :
  ((n%:R ^+ 2) * ((n%:R + (- m))^-1 ^+ 2) * (((m^-1 ^+ 2) * (\sum_(j < n) \sum_(i_2 < n) (((m * n%:R^-1 * (i_2 == j)%:R) + (m * n%:R^-1 * (n%:R + (- 1))^-1 * (1 + (- (i_2 == j)%:R)) * (m + (- 1)))) * (x i_2) * (x j)))) + (- (xbar ^+ 2)))) = (v * (m^-1 + (n%:R + (- m))^-1)) :> R.
Proof. prove. Qed.

Print Assumptions bootstrap_mean.
Print Assumptions bootstrap_variance_line_1.
Print Assumptions bootstrap_variance_line_2.
Print Assumptions bootstrap_bias.
Print Assumptions bca_limit.
Print Assumptions bca_quantile.
Print Assumptions bootstrap_of_dependent_rows.
Print Assumptions permutation_variance.
