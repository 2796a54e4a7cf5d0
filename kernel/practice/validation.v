(** The equations of practice/validation, proved by Coq's kernel for every size.

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

(** holdout-accuracy-variance: a346b74888ed71f3 *)
Theorem holdout_accuracy_variance
    (R : comUnitRingType)
    (m : nat)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (Z : 'I_m -> Random)
    (p : R)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (unit : (m%:R : R) \is a GRing.unit)
    (mean_of_Z : forall i_, E (Z i_) = p)
    (moment_of_Z : forall i_ j_, E (Z i_ * Z j_) = p * p + (p + (- (p ^+ 2))) *+ (i_ == j_)) :
  ((E (((m%:R^-1)%:A * (\sum_(j < m) (Z j))) ^+ 2)) + (- ((E ((m%:R^-1)%:A * (\sum_(j_2 < m) (Z j_2)))) ^+ 2))) = (p * m%:R^-1 * (1 + (- p))) :> R.
Proof. prove. Qed.

(** left-out-coefficients: c729841bc52c4166 *)
Theorem left_out_coefficients
    (R : comUnitRingType)
    (d : nat)
    (x : 'cV[R]_d)
    (A : 'M[R]_d)
    (w : 'cV[R]_d)
    (b : 'cV[R]_d)
    (e : R)
    (y : R)
    (h : R)
    (invertible : A \in unitmx)
    (e_is : e = (y + (- (dot x ((invmx A) *m b)))))
    (h_is : h = (dot x ((invmx A) *m x)))
    (unit : ((1 + (- h)) : R) \is a GRing.unit)
    (w_is : w = (((invmx A) *m b) + ((- (e * (1 + (- h))^-1)) *: ((invmx A) *m x)))) :
  ((A + (- (x *m x^T))) *m w) = (((- y) *: x) + b).
Proof. prove. Qed.

(** left-out-error: 739f246aefd5a5f7 *)
Theorem left_out_error
    (R : comUnitRingType)
    (d : nat)
    (y : R)
    (x : 'cV[R]_d)
    (w : 'cV[R]_d)
    (A : 'M[R]_d)
    (b : 'cV[R]_d)
    (e : R)
    (h : R)
    (invertible : A \in unitmx)
    (e_is : e = (y + (- (dot x ((invmx A) *m b)))))
    (h_is : h = (dot x ((invmx A) *m x)))
    (unit : ((1 + (- h)) : R) \is a GRing.unit)
    (w_is : w = (((invmx A) *m b) + ((- (e * (1 + (- h))^-1)) *: ((invmx A) *m x)))) :
  (y + (- (dot x w))) = (e * (1 + (- h))^-1) :> R.
Proof. prove. Qed.

(** leverages-add-up: 678394a9a4b9d991 *)
Theorem leverages_add_up
    (R : comUnitRingType)
    (n d : nat)
    (X : 'M[R]_(n, d))
    (invertible : (X^T *m X) \in unitmx) :
  (\tr (X *m (invmx (X^T *m X)) *m X^T)) = d%:R :> R.
Proof. prove. Qed.

(** carried-forward: 8938d00c5cc4ef66 *)
Theorem carried_forward
    (R : comUnitRingType)
    (r : nat)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (x : Random)
    (a : R)
    (sqrt : R -> R)
    (epsilon : Random)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (root : (sqrt (1 + (- (a ^+ (2 * r))))) * (sqrt (1 + (- (a ^+ (2 * r))))) = (1 + (- (a ^+ (2 * r)))))
    (mean_of_x : E (x) = 0)
    (moment_of_x : E (x * x) = 1)
    (independent : E (x * epsilon) = E (x) * E (epsilon))
    (mean_of_epsilon : E (epsilon) = 0)
    (moment_of_epsilon : E (epsilon * epsilon) = 1) :
  (E (((((- 1))%:A * x) + (((a ^+ r))%:A * x) + (((sqrt (1 + (- (a ^+ (2 * r))))))%:A * epsilon)) ^+ 2)) = (2%:R + (- (2%:R * (a ^+ r)))) :> R.
Proof. prove. Qed.

(** k-fold-variance: 7020e764a173880c *)
Theorem k_fold_variance
    (R : comUnitRingType)
    (k : nat)
    (sigma : R)
    (rho : R)
    (unit : (k%:R : R) \is a GRing.unit) :
  ((k%:R^-1 ^+ 2) * (\sum_(j < k) \sum_(i < k) ((sigma ^+ 2) * (rho + ((1 + (- rho)) * (i == j)%:R))))) = ((sigma ^+ 2) * k%:R^-1 * (1 + (rho * (k%:R + (- 1))))) :> R.
Proof. prove. Qed.

(** naive-fold-variance: a6041f893e7ccea5 *)
Theorem naive_fold_variance
    (R : comUnitRingType)
    (k : nat)
    (sigma : R)
    (rho : R)
    (unit : (k%:R : R) \is a GRing.unit)
    (unit_2 : ((k%:R + (- 1)) : R) \is a GRing.unit) :
  (k%:R^-1 * (k%:R + (- 1))^-1 * ((\sum_(i_2 < k) (sigma ^+ 2)) + (- (k%:R^-1 * (\sum_(j < k) \sum_(i < k) ((sigma ^+ 2) * (rho + ((1 + (- rho)) * (i == j)%:R)))))))) = ((sigma ^+ 2) * k%:R^-1 * (1 + (- rho))) :> R.
Proof. prove. Qed.

(** corrected-factor: f00ab7dba2afb9eb *)
Theorem corrected_factor
    (R : comUnitRingType)
    (k : R)
    (rho : R)
    (n_2 : R)
    (n_1 : R)
    (unit : (k : R) \is a GRing.unit)
    (unit_2 : ((n_1 + n_2) : R) \is a GRing.unit)
    (rho_is : rho = (n_2 * (n_1 + n_2)^-1))
    (unit_3 : ((1 + (- rho)) : R) \is a GRing.unit)
    (unit_4 : (n_1 : R) \is a GRing.unit) :
  (k^-1 * (1 + (- rho))^-1 * (1 + (rho * (k + (- 1))))) = (k^-1 + (n_2 * n_1^-1)) :> R.
Proof. prove. Qed.

Print Assumptions holdout_accuracy_variance.
Print Assumptions left_out_coefficients.
Print Assumptions left_out_error.
Print Assumptions leverages_add_up.
Print Assumptions carried_forward.
Print Assumptions k_fold_variance.
Print Assumptions naive_fold_variance.
Print Assumptions corrected_factor.
