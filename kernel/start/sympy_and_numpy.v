(** The equations of start/sympy-and-numpy, proved by Coq's kernel for every size.

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

(** tools-broadcast-loss: e5eb6f004e0e02f0 *)
Theorem tools_broadcast_loss
    (R : comUnitRingType)
    (n : nat)
    (p : 'I_n -> R)
    (y : 'I_n -> R)
    (v : R)
    (ybar : R)
    (unit : (n%:R : R) \is a GRing.unit)
    (ybar_is : ybar = (n%:R^-1 * (\sum_(i_3 < n) (y i_3))))
    (v_is : v = (n%:R^-1 * (\sum_(i_2 < n) (((y i_2) + (- ybar)) ^+ 2)))) :
  ((n%:R^-1 ^+ 2) * (\sum_(j < n) \sum_(i < n) (((y i) + (- (p j))) ^+ 2))) = (v + (n%:R^-1 * (\sum_(j_2 < n) (((p j_2) + (- ybar)) ^+ 2)))) :> R.
Proof. prove. Qed.

(** tools-variance-of-mean: 77d7dfd6d9dc45f0 *)
Theorem tools_variance_of_mean
    (R : comUnitRingType)
    (n : nat)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (X : 'I_n -> Random)
    (mu : R)
    (sigma : R)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (unit : (n%:R : R) \is a GRing.unit)
    (mean_of_X : forall i_, E (X i_) = mu)
    (moment_of_X : forall i_ j_, E (X i_ * X j_) = mu * mu + (sigma ^+ 2) *+ (i_ == j_)) :
  ((E (((n%:R^-1)%:A * (\sum_(k < n) (X k))) ^+ 2)) + (- ((E ((n%:R^-1)%:A * (\sum_(k_2 < n) (X k_2)))) ^+ 2))) = ((sigma ^+ 2) * n%:R^-1) :> R.
Proof. prove. Qed.

(** cancellation: 3450b7f158810f37 *)
Theorem cancellation
    (R : comUnitRingType)
    (x : R)
    (y : R)
    (xhat : R)
    (delta_1 : R)
    (yhat : R)
    (delta_2 : R)
    (unit : ((x + (- y)) : R) \is a GRing.unit)
    (xhat_is : xhat = (x * (1 + delta_1)))
    (yhat_is : yhat = (y * (1 + delta_2))) :
  (((x + (- y))^-1 * (xhat + (- yhat))) + (- 1)) = ((x + (- y))^-1 * ((delta_1 * x) + (- (delta_2 * y)))) :> R.
Proof. prove. Qed.

(** two-variance-formulas, line 1: 4a92dbcf46c6e260 *)
Theorem two_variance_formulas_line_1
    (R : comUnitRingType)
    (n : nat)
    (xbar : R)
    (x : 'I_n -> R)
    (unit : (n%:R : R) \is a GRing.unit)
    (xbar_is : xbar = (n%:R^-1 * (\sum_(k_2 < n) (x k_2)))) :
  (n%:R^-1 * (\sum_(k < n) (((x k) + (- xbar)) ^+ 2))) = ((xbar ^+ 2) + (n%:R^-1 * (\sum_(k_3 < n) ((x k_3) ^+ 2))) + (- (2%:R * xbar * n%:R^-1 * (\sum_(k_4 < n) (x k_4))))) :> R.
Proof. prove. Qed.

(** two-variance-formulas, line 2: 16e8742dc0f954c1 *)
Theorem two_variance_formulas_line_2
    (R : comUnitRingType)
    (n : nat)
    (xbar : R)
    (x : 'I_n -> R)
    (unit : (n%:R : R) \is a GRing.unit)
    (xbar_is : xbar = (n%:R^-1 * (\sum_(k < n) (x k)))) :
  ((xbar ^+ 2) + (n%:R^-1 * (\sum_(k_2 < n) ((x k_2) ^+ 2))) + (- (2%:R * xbar * n%:R^-1 * (\sum_(k_3 < n) (x k_3))))) = ((n%:R^-1 * (\sum_(k_4 < n) ((x k_4) ^+ 2))) + (- (xbar ^+ 2))) :> R.
Proof. prove. Qed.

(** shifted-variance: 5074efe262ea708d *)
Theorem shifted_variance
    (R : comUnitRingType)
    (n : nat)
    (xbar : R)
    (x : 'I_n -> R)
    (c : R)
    (unit : (n%:R : R) \is a GRing.unit)
    (xbar_is : xbar = (n%:R^-1 * (\sum_(k_2 < n) (x k_2)))) :
  (n%:R^-1 * (\sum_(k < n) (((x k) + (- xbar)) ^+ 2))) = ((n%:R^-1 * (\sum_(k_3 < n) (((x k_3) + (- c)) ^+ 2))) + (- ((xbar + (- c)) ^+ 2))) :> R.
Proof. prove. Qed.

(** stable-quadratic-root: 2dd5b203a9334444 *)
Theorem stable_quadratic_root
    (R : comUnitRingType)
    (a : R)
    (sqrt : R -> R)
    (b : R)
    (c : R)
    (unit : (2%:R : R) \is a GRing.unit)
    (unit_2 : (a : R) \is a GRing.unit)
    (root : (sqrt ((b ^+ 2) + (- (4%:R * c * a)))) * (sqrt ((b ^+ 2) + (- (4%:R * c * a)))) = ((b ^+ 2) + (- (4%:R * c * a))))
    (unit_3 : ((b + (sqrt ((b ^+ 2) + (- (4%:R * c * a))))) : R) \is a GRing.unit) :
  ((1 / 2%:R) * a^-1 * ((sqrt ((b ^+ 2) + (- (4%:R * c * a)))) + (- b))) = (- (2%:R * c * (b + (sqrt ((b ^+ 2) + (- (4%:R * c * a)))))^-1)) :> R.
Proof. prove. Qed.

(** tools-difference-of-roots: 32d0faa55e3e1a91 *)
Theorem tools_difference_of_roots
    (R : comUnitRingType)
    (sqrt : R -> R)
    (t : R)
    (root : (sqrt (1 + t)) * (sqrt (1 + t)) = (1 + t))
    (root_2 : (sqrt t) * (sqrt t) = t)
    (unit : (((sqrt t) + (sqrt (1 + t))) : R) \is a GRing.unit) :
  ((sqrt (1 + t)) + (- (sqrt t))) = ((sqrt t) + (sqrt (1 + t)))^-1 :> R.
Proof. prove. Qed.

(** tools-weighted-mean: 81629291ace2d3ab *)
Theorem tools_weighted_mean
    (R : comUnitRingType)
    (n : nat)
    (sigma : 'I_n -> R)
    (mu : R)
    (x : 'I_n -> R)
    (m : R)
    (unit : forall (k : 'I_n), ((sigma k) : R) \is a GRing.unit)
    (unit_2 : ((\sum_(k_3 < n) ((sigma k_3)^-1 ^+ 2)) : R) \is a GRing.unit)
    (m_is : m = ((\sum_(k_2 < n) ((sigma k_2)^-1 ^+ 2))^-1 * (\sum_(k_4 < n) (((sigma k_4)^-1 ^+ 2) * (x k_4))))) :
  (\sum_(k < n) (((sigma k)^-1 ^+ 2) * ((x k) + (- mu)))) = ((m + (- mu)) * (\sum_(k_5 < n) ((sigma k_5)^-1 ^+ 2))) :> R.
Proof. prove. Qed.

(** tools-exp-trace: 0eb12a7d20b17556 *)
Theorem tools_exp_trace
    (R : comUnitRingType)
    (n : nat)
    (eps : R)
    (X : 'M[R]_n)
    (d_X : 'M[R]_n)
    (exp : R -> R)
    (small : eps * eps = 0)
    (slope_of_exp : forall x_ y_, exp (x_ + eps * y_) = exp x_ + eps * (y_ * (exp x_))) :
  (exp (\tr (X + eps *: d_X))) = (exp (\tr X)) + eps * dot ((exp (\tr X)) *: (1%:M : 'M[R]_n)) d_X.
Proof. prove. Qed.

Print Assumptions tools_broadcast_loss.
Print Assumptions tools_variance_of_mean.
Print Assumptions cancellation.
Print Assumptions two_variance_formulas_line_1.
Print Assumptions two_variance_formulas_line_2.
Print Assumptions shifted_variance.
Print Assumptions stable_quadratic_root.
Print Assumptions tools_difference_of_roots.
Print Assumptions tools_weighted_mean.
Print Assumptions tools_exp_trace.
